// How many times the dear model's price is the cheap model's, in four ways.
// Prices in USD per million tokens; success: share of attempts that solve the task; share: input tokens as a share of the dear model's
// tokens; writing: tokens that the cheap model writes for each one of the dear model's.
// equal_at: the value of writing at which both solve a task at the same cost (below 0 if there is none).
function compute({ dear, cheap, share, writing }) {
  const cost = (model, written) => share * model.input + (1 - share) * written * model.output;
  return {
    input: dear.input / cheap.input,
    output: dear.output / cheap.output,
    blended: cost(dear, 1) / cost(cheap, 1),
    solved: cost(dear, 1) / dear.success / (cost(cheap, writing) / cheap.success),
    equal_at: ((cost(dear, 1) / dear.success) * cheap.success - share * cheap.input) / ((1 - share) * cheap.output),
  };
}

const BARS = { input: "list price, input", output: "list price, output", blended: "blended price", solved: "cost of a solved question" };
const TICKS = [0.1, 1, 10, 100, 1000];
const CLAIM = 30;
const TOP = 24, ROW = 50;

const shown = (x) => (x < 1 ? x.toPrecision(2) : x.toFixed(x < 10 ? 1 : 0));
const position = (ratio) => Math.min(100, Math.max(0, 25 * (Math.log10(ratio) + 1)));

function drawing(ratios, prediction) {
  const bottom = TOP + 4 * ROW;
  const upright = (ratio, from, to, look) => {
    const x = `${position(ratio)}%`;
    return `<line x1="${x}" x2="${x}" y1="${from}" y2="${to}" ${look}/>`;
  };
  const label = (ratio, y, text) => `<text x="${position(ratio)}%" y="${y}" text-anchor="middle">${text}</text>`;
  const bars = Object.entries(BARS).map(([key, name], row) => {
    const y = TOP + row * ROW, x = position(ratios[key]);
    return `<text y="${y + 14}">${name}: ${shown(ratios[key])}</text>
      <rect x="${Math.min(x, 25)}%" width="${Math.abs(x - 25)}%" y="${y + 20}" height="18" fill="var(--pst-color-primary)"/>`;
  });
  return `<svg x="4%" width="90%" overflow="visible">
    ${upright(1, TOP - 8, bottom, 'stroke="currentColor"')}${label(1, 12, "equal")}
    ${upright(CLAIM, TOP - 8, bottom, 'stroke="currentColor" stroke-dasharray="4 4"')}${label(CLAIM, 12, `article: ${CLAIM}`)}
    ${bars.join("")}
    ${prediction > 0 ? upright(prediction, bottom - 34, bottom - 8, 'stroke="var(--pst-color-accent)" stroke-width="5"') : ""}
    ${TICKS.map((tick) => label(tick, bottom + 18, tick)).join("")}
  </svg>`;
}

function sentence({ dear, cheap, writing }, ratios, prediction) {
  const limit = ratios.equal_at > 0
    ? ` Both would cost the same if ${cheap.name} wrote ${shown(ratios.equal_at)} tokens for each one of ${dear.name}; here it writes ${shown(writing)}.` : "";
  const predicted = prediction > 0 ? ` You predicted ${prediction}, the thick mark.` : "";
  return `${dear.name} asks ${shown(ratios.output)} times the price of ${cheap.name} for output and ${shown(ratios.input)} times for input;
    ${shown(ratios.blended)} times at this mix. A solved question costs ${shown(ratios.solved)} times as much.${predicted}${limit}`;
}

function explorer(root, { models }) {
  const find = (selector) => root.querySelector(selector);
  const control = (name) => find(`[name="${name}"]`);
  const state = {};
  let prediction = null;

  function pair(dear, cheap) {
    state.dear = models.find((model) => model.name === dear);
    state.cheap = models.find((model) => model.name === cheap);
    state.share = state.dear.reads / (state.dear.reads + state.dear.writes);
    state.writing = state.cheap.writes / state.dear.writes;
    render();
  }

  function render() {
    const { dear, cheap, share, writing } = state;
    const ratios = compute(state);
    control("dear").value = dear.name;
    control("cheap").value = cheap.name;
    control("share").value = 100 * share;
    control("writing").value = Math.log2(writing);
    const texts = { share: `${Math.round(100 * share)} %`, writing: shown(writing) };
    for (const [name, text] of Object.entries(texts)) {
      find(`[data-shows="${name}"]`).textContent = text;
      control(name).setAttribute("aria-valuetext", text);
    }
    let guess = null;
    for (const button of root.querySelectorAll("[data-dear]")) {
      const chosen = button.dataset.dear === dear.name && button.dataset.cheap === cheap.name;
      button.setAttribute("aria-pressed", chosen);
      if (chosen && "predicted" in button.dataset) guess = prediction;
    }
    find("svg").innerHTML = drawing(ratios, guess);
    find("[role=status]").textContent = sentence(state, ratios, guess);
  }

  // a browser that forbids storage only forgets the prediction
  const stored = {
    get: () => { try { return sessionStorage.getItem(root.id); } catch { return null; } },
    set: (value) => { try { sessionStorage.setItem(root.id, value); } catch { /* forgotten */ } },
  };

  function keep() {
    const field = control("prediction");
    if (!(field.valueAsNumber > 0)) {
      find("[role=status]").textContent = "Type a number above 0 first.";
      field.focus();
      return;
    }
    prediction = field.value;
    stored.set(prediction);
    render();
    if (!find("[data-predicted][aria-pressed=true]")) find("[role=status]").textContent = "Kept. Press “Eleven days later” to see how it fares.";
  }

  control("dear").innerHTML = control("cheap").innerHTML = models.map(({ name }) => `<option>${name}</option>`).join("");
  for (const name of ["dear", "cheap"]) control(name).addEventListener("change", () => pair(control("dear").value, control("cheap").value));
  for (const button of root.querySelectorAll("[data-dear]")) button.addEventListener("click", () => pair(button.dataset.dear, button.dataset.cheap));
  control("reset").addEventListener("click", () => pair(state.dear.name, state.cheap.name));
  control("share").addEventListener("input", ({ target }) => { state.share = target.valueAsNumber / 100; render(); });
  control("writing").addEventListener("input", ({ target }) => { state.writing = 2 ** target.valueAsNumber; render(); });
  control("keep").addEventListener("click", keep);
  control("prediction").addEventListener("keydown", ({ key }) => { if (key === "Enter") keep(); });

  prediction = control("prediction").value = stored.get();
  root.compute = compute;
  pair("o1 (high effort)", "DeepSeek-R1");
}
