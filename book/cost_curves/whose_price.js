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

function drawing(_, ratios, prediction) {
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

function explorer({ models }) {
  const named = (name) => models.find((model) => model.name === name);
  // both sliders as measured
  const pair = (dear, cheap) => ({ dear, cheap, share: dear.reads / (dear.reads + dear.writes), writing: cheap.writes / dear.writes });
  const presets = {
    article: pair(named("o1 (high effort)"), named("DeepSeek-R1")),
    later: pair(named("o3-mini (medium effort)"), named("DeepSeek-R1")),
    promotion: pair(named("GPT-4o"), named("DeepSeek-V3 (promotion)")),
  };
  const options = models.map((model) => model.name);
  return {
    compute, drawing, sentence, presets, start: "article",
    // a preset is its pair, wherever the sliders stand
    presetOf: ({ dear, cheap }) => Object.keys(presets).find((name) => presets[name].dear === dear && presets[name].cheap === cheap),
    controls: {
      dear: { options, value: (model) => model.name, change: (name, { cheap }) => pair(named(name), cheap) },
      cheap: { options, value: (model) => model.name, change: (name, { dear }) => pair(dear, named(name)) },
      share: { text: (share) => `${Math.round(100 * share)} %`, value: (share) => 100 * share, change: (x) => ({ share: x / 100 }) },
      writing: { text: shown, value: Math.log2, change: (x) => ({ writing: 2 ** x }) },
      reset: { change: (_, { dear, cheap }) => pair(dear, cheap) },
    },
    prediction: { accepts: (x) => x > 0, asks: "Type a number above 0 first." },
  };
}
