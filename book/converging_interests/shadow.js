// A symmetric game of two, in units in which mutual cooperation pays 1 more than mutual defection: R = 1, P = 0.
// temptation: T - R, what defecting against a cooperator adds; fear: P - S, what cooperating with a defector costs; shadow: discount factor, 0 to below 1.
// equilibria: of the game played once, in pure strategies ("CD": row cooperates, column defects). On the border between two games they add up.
// needed: least discount factor at which cooperation can be an equilibrium, if a defector meets for ever the once-played
// equilibrium that is worse for him (mutual defection, or in chicken yielding); 0 if once is enough, null if no discount factor is.
// trust: probability of cooperation at which both acts pay the same; null unless temptation and fear have opposite signs.
// best: what gives the pair most, "cooperate", "alternate" or "either".
function compute({ temptation, fear, shadow }) {
  const payoffs = { CC: [1, 1], CD: [-fear, 1 + temptation], DC: [1 + temptation, -fear], DD: [0, 0] };
  const game = temptation * fear === 0 ? "border" : temptation > 0 ? (fear > 0 ? "dilemma" : "chicken") : fear > 0 ? "stag hunt" : "harmony";
  const equilibria = [...(temptation <= 0 ? ["CC"] : []), ...(temptation >= 0 && fear <= 0 ? ["CD", "DC"] : []), ...(fear >= 0 ? ["DD"] : [])];
  const loss = 1 + Math.min(0, fear);  // of a round, to one who has defected where defecting tempts
  const needed = temptation <= 0 ? 0 : loss > 0 ? temptation / (temptation + loss) : null;
  const turns = temptation - (1 + fear);  // what taking turns at defecting adds for the pair
  const rounding = 1e-9;  // the sliders' steps, such as 0.05, are not exact in binary
  return {
    payoffs,
    game,
    equilibria,
    needed,
    sustained: needed !== null && shadow >= needed - rounding,
    trust: temptation * fear < 0 ? fear / (fear - temptation) : null,
    best: Math.abs(turns) < rounding ? "either" : turns > 0 ? "alternate" : "cooperate",
  };
}

const LEFT = -1.5, RIGHT = 2, FEARLESS = -1.5, FEARFUL = 1.5;
const MAP = 230, BAR = 292;  // height of the map, and where the bar below it lies
const NAMES = { dilemma: "a prisoner's dilemma", chicken: "chicken", "stag hunt": "a stag hunt", harmony: "harmony", border: "on the border between games" };

const across = (temptation) => (100 * (temptation - LEFT)) / (RIGHT - LEFT);
const up = (fear) => (MAP * (FEARFUL - fear)) / (FEARFUL - FEARLESS);
const shown = (x) => String(Math.round(100 * x) / 100).replace("-", "−");

// Where cooperation can last at this discount factor: temptation up to shadow / (1 - shadow) of what a defector loses a round.
function reach(fear, shadow) {
  return Math.min(RIGHT, Math.max(0, (shadow / (1 - shadow)) * (fear < 0 ? 1 + fear : 1)));
}

function drawing({ temptation, fear, shadow }, { needed }, prediction) {
  const edge = [FEARFUL, 0, -1, FEARLESS].map((f) => [across(reach(f, shadow)), up(f)]);
  // where the slope below the axis meets the map's right side
  const bend = shadow > 0 ? Math.max(-1, Math.min(0, (RIGHT * (1 - shadow)) / shadow - 1)) : -1;
  edge.splice(2, 0, [across(reach(bend, shadow)), up(bend)]);
  const outline = [[0, 0], ...edge, [0, MAP]].map((point) => point.join(",")).join(" ");
  const name = (x, y, text) => `<text x="${x}%" y="${y}" text-anchor="middle">${text}</text>`;
  const tick = (x, text, look) => `<line x1="${100 * x}%" x2="${100 * x}%" y1="${BAR - 8}" y2="${BAR + 8}" ${look}/>${text}`;
  return `<svg width="100%" height="${MAP}" viewBox="0 0 100 ${MAP}" preserveAspectRatio="none">
      <rect width="100" height="${MAP}" fill="none" stroke="currentColor" vector-effect="non-scaling-stroke"/>
      <polygon points="${outline}" fill="var(--pst-color-primary)" fill-opacity="0.3"/>
      <path d="M${across(0)} 0V${MAP}M0 ${up(0)}H100" stroke="currentColor" vector-effect="non-scaling-stroke"/></svg>
    ${name(21, 20, "stag hunt")}${name(72, 20, "dilemma")}${name(21, MAP - 10, "harmony")}${name(72, MAP - 10, "chicken")}
    <text x="100%" y="${up(0) - 6}" text-anchor="end">temptation →</text>
    <text x="${across(0)}%" y="40" dx="-4" text-anchor="end">fear ↑</text>
    <circle cx="${across(temptation)}%" cy="${up(fear)}" r="9" fill="var(--pst-color-accent)" stroke="var(--pst-color-background)" stroke-width="3"/>
    <text y="${MAP + 26}">future needed, and future there is:</text>
    <svg x="3%" y="0" width="94%" overflow="visible">
      <rect y="${BAR - 7}" width="100%" height="14" fill="none" stroke="currentColor"/>
      ${needed === null ? "" : `<rect x="${100 * needed}%" y="${BAR - 7}" width="${100 * (1 - needed)}%" height="14" fill="var(--pst-color-primary)" fill-opacity="0.3"/>`}
      <circle cx="${100 * shadow}%" cy="${BAR}" r="8" fill="var(--pst-color-accent)" stroke="var(--pst-color-background)" stroke-width="3"/>
      ${prediction === null ? "" : tick(prediction, "", 'stroke="currentColor" stroke-width="5"')}
      ${[0, 0.5, 1].map((x) => `<text x="${100 * x}%" y="${BAR + 26}" text-anchor="middle">${x}</text>`).join("")}
    </svg>`;
}

function sentence({ shadow }, { game, equilibria, needed, sustained, trust, best }, prediction) {
  const once = {
    dilemma: "Played once, both defect, whatever the other does.",
    chicken: "Played once, it ends with one who yields and one who does not.",
    "stag hunt": `Played once, both cooperate or both defect. Cooperation pays if the rival cooperates with a probability above ${shown(trust)}.`,
    harmony: "Played once, both cooperate, whatever the other does.",
    border: "Against one of the rival's acts both of yours pay the same, so more outcomes than one can stand.",
  }[game];
  const repeated = needed === null
    ? "No future is long enough: yielding pays no less than cooperation, so there is nothing to lose."
    : needed === 0
      ? game === "harmony" ? "No future is needed." : "Cooperation needs no future here, only that it is expected."
      : `Played again and again, cooperation can last from a discount factor of ${shown(Math.ceil(100 * needed - 1e-9) / 100)}; here it is ${shown(shadow)}, so it ${sustained ? "can" : "cannot"}.`;
  const most = { cooperate: "", alternate: " The pair would get most by taking turns at defecting.", either: " Taking turns gives the pair as much as cooperation." }[best];
  return `This is ${NAMES[game]}. ${once} ${repeated}${most}${prediction === null ? "" : ` You predicted ${Number(prediction)}, the thick mark.`}`;
}

function texts(_, { payoffs, equilibria, best }) {
  const cell = ([acts, pair]) => {
    const most = best === "either" || (best === "cooperate" ? acts === "CC" : acts === "CD" || acts === "DC");
    const marks = (equilibria.includes(acts) ? " ●" : "") + (most && acts !== "DD" ? " ★" : "");
    return [acts, pair.map(shown).join("; ") + marks];
  };
  return Object.fromEntries(Object.entries(payoffs).map(cell));
}

function explorer({ presets }) {
  return {
    compute, drawing, sentence, texts, presets, start: "harmony",
    controls: { temptation: { text: shown }, fear: { text: shown }, shadow: { text: shown } },
    prediction: {
      accepts: (x) => x >= 0 && x <= 1,
      asks: "Type a number from 0 to 1 first.",
      // it is about the game, whatever the future
      belongs: ({ temptation, fear }) => temptation === presets.dilemma.temptation && fear === presets.dilemma.fear,
    },
  };
}
