// What explorers share: controls, presets and the reader's prediction. course/explorer.py writes
// this before the page's own script, whose `explorer(data)` returns what `explore` takes:
//
// compute(state)  the formula, without side effects; returns the outcome. Tests: root.compute
// drawing(state, outcome, prediction)         the inside of the <svg>
// sentence(state, outcome, prediction, note)  the same in words
//     prediction: as typed, null where it does not belong; note: the pressed preset's, if any
// texts(state, outcome)  further words, by the data-shows of their places. Optional
// given     the part of the state that no control changes. Optional
// presets   settings, by the data-preset of their buttons; `start` names the one shown first
// presetOf(state, last)  name of the pressed preset. Otherwise the last, until a control moves
// controls  by the input's name; the setting is state[name]. All is optional:
//     text(setting, state)   words for its data-shows and for screen readers
//     value(setting, state)  what the input holds. Otherwise the setting
//     change(value, state)   the settings that follow from input or click. Otherwise the value
//     options                of a <select>
// prediction
//     accepts(number), asks  which numbers, and the words for another
//     belongs(state)         Otherwise: is the preset of the data-predicted button pressed?
function explore(root, {
  compute, drawing, sentence, texts = () => ({}), given = {}, presets, start,
  presetOf = (_, last) => last, controls, prediction,
}) {
  let state = given, pressed = null, predicted = null;
  const find = (selector) => root.querySelector(selector);
  const control = (name) => find(`[name="${name}"]`);
  const say = (text) => { find("[role=status]").textContent = text; };
  const buttons = root.querySelectorAll("[data-preset]");
  const goal = find("[data-predicted]");
  const atGoal = () => pressed === goal.dataset.preset;
  const { accepts, asks, belongs = atGoal } = prediction;

  function set(settings, preset = null) {
    state = { ...state, ...settings };
    pressed = presetOf(state, preset);
    render();
  }

  function render() {
    const outcome = compute(state);
    const words = { ...texts(state, outcome) };
    for (const [name, { text, value = (setting) => setting }] of Object.entries(controls)) {
      const field = control(name);
      if (field.type !== "button") field.value = value(state[name], state);
      if (text) {
        words[name] = text(state[name], state);
        field.setAttribute("aria-valuetext", words[name]);
      }
    }
    for (const place of root.querySelectorAll("[data-shows]")) {
      place.textContent = words[place.dataset.shows];
    }
    for (const button of buttons) {
      button.setAttribute("aria-pressed", button.dataset.preset === pressed);
    }
    const guess = belongs(state) ? predicted : null;
    find("svg").innerHTML = drawing(state, outcome, guess);
    say(sentence(state, outcome, guess, presets[pressed]?.note));
  }

  // a browser that forbids storage only forgets the prediction
  const stored = {
    get: () => { try { return sessionStorage.getItem(root.id); } catch { return null; } },
    set: (value) => { try { sessionStorage.setItem(root.id, value); } catch { /* forgotten */ } },
  };

  function keep() {
    const field = control("prediction");
    if (!accepts(field.valueAsNumber)) {
      say(asks);
      field.focus();
      return;
    }
    predicted = field.value;
    stored.set(predicted);
    render();
    if (!atGoal()) say(`Kept. Press “${goal.textContent}” to see how it fares.`);
  }

  for (const button of buttons) {
    const name = button.dataset.preset;
    button.addEventListener("click", () => set(presets[name], name));
  }
  for (const [name, { options, change }] of Object.entries(controls)) {
    const field = control(name);
    if (options) field.innerHTML = options.map((option) => `<option>${option}</option>`).join("");
    field.addEventListener(field.type === "button" ? "click" : "input", () => {
      const value = field.type === "range" ? field.valueAsNumber : field.value;
      set(change ? change(value, state) : { [name]: value });
    });
  }
  control("keep").addEventListener("click", keep);
  control("prediction").addEventListener("keydown", ({ key }) => { if (key === "Enter") keep(); });

  predicted = control("prediction").value = stored.get();
  root.compute = compute;
  set(presets[start], start);
}
