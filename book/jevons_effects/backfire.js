// What an efficiency gain does to a service, to the resource behind it and to the bill, each divided by its value before.
// k: service that a unit of the resource gives, after / before; phi: share of the gain (in logarithms) that reaches the price;
// epsilon: elasticity of use, a positive number. rebound: share of the expected saving that is lost; threshold: the epsilon from which resource rises.
function compute({ k, phi, epsilon }) {
  const resource = k ** (phi * epsilon - 1);
  return {
    price: k ** -phi,
    use: k ** (phi * epsilon),
    resource,
    spending: k ** (phi * (epsilon - 1)),
    rebound: (resource - 1 / k) / (1 - 1 / k),
    threshold: 1 / phi,
  };
}

const BARS = { use: "use of the service", resource: "use of the resource", spending: "spending on the service" };
const TICKS = [0.1, 1, 10, 100, 1000];
const WIDEST = 3.5;  // elasticity at the dial's right end
const TOP = 92, ROW = 50;

const shown = (x) => (x < 1 ? x.toPrecision(2) : x.toFixed(x < 9.995 ? 2 : 0));
const percent = (x) => `${Math.round(100 * x)}%`;
const position = (ratio) => Math.min(100, Math.max(0, 25 * (Math.log10(ratio) + 1)));

function dial(epsilon, threshold) {
  const at = (x) => `${(100 * x) / WIDEST}%`;
  const mark = (x, y, text, anchor) => `<line x1="${at(x)}" x2="${at(x)}" y1="22" y2="52" stroke="currentColor" stroke-width="2"/>
    <text x="${at(x)}" y="${y}" text-anchor="${anchor}">${text}</text>`;
  return `<rect y="30" width="100%" height="14" fill="none" stroke="currentColor"/>
    <rect x="${at(threshold)}" y="30" width="${at(WIDEST - threshold)}" height="14" fill="var(--pst-color-accent)"/>
    ${mark(1, 14, "1: bill rises →", "middle")}
    ${mark(threshold, 68, `${shown(threshold)}: backfire →`, threshold > 2.5 ? "end" : "middle")}
    <circle cx="${at(epsilon)}" cy="37" r="9" fill="var(--pst-color-primary)" stroke="var(--pst-color-background)" stroke-width="3"/>`;
}

function drawing({ epsilon }, outcome, prediction) {
  const bottom = TOP + 3 * ROW;
  const upright = (ratio, from, to, look) => `<line x1="${position(ratio)}%" x2="${position(ratio)}%" y1="${from}" y2="${to}" ${look}/>`;
  const bars = Object.entries(BARS).map(([key, name], row) => {
    const y = TOP + row * ROW, x = position(outcome[key]);
    const colour = key === "resource" ? "var(--pst-color-accent)" : "var(--pst-color-primary)";
    return `<text y="${y + 14}">${name}: ×${shown(outcome[key])}</text>
      <rect x="${Math.min(x, 25)}%" width="${Math.abs(x - 25)}%" y="${y + 20}" height="18" fill="${colour}"/>`;
  });
  return `<svg x="4%" width="90%" overflow="visible">
    ${dial(epsilon, outcome.threshold)}
    ${upright(1, TOP, bottom, 'stroke="currentColor"')}
    ${bars.join("")}
    ${prediction > 0 ? upright(prediction, TOP + ROW + 14, TOP + ROW + 44, 'stroke="currentColor" stroke-width="5"') : ""}
    ${TICKS.map((tick) => `<text x="${position(tick)}%" y="${bottom + 18}" text-anchor="middle">×${tick}</text>`).join("")}
  </svg>`;
}

function sentence({ k, phi, epsilon }, { price, use, resource, spending, rebound, threshold }, prediction, note = "") {
  const change = resource > 1
    ? `Use of the resource rises to ${shown(resource)} times what it was: backfire.`
    : `Use of the resource falls to ${shown(resource)} of what it was; without more use it would have fallen to ${shown(1 / k)}. ${percent(rebound)} of the saving is lost.`;
  const predicted = prediction > 0 ? ` You predicted ${prediction}, the thick mark.` : "";
  return `A gain of ${shown(k)} times, of which ${percent(phi)} is passed on, takes the price to ${shown(price)} of what it was. Use becomes ${shown(use)} times as large. ${change}
    The bill is ${shown(spending)} times the old one.${predicted} At this φ backfire begins at an elasticity of ${shown(threshold)}; here it is ${shown(epsilon)}. ${note}`;
}

function explorer({ presets }) {
  return {
    compute, drawing, sentence, presets, start: "weak",
    controls: {
      k: { text: (k) => `×${shown(k)}`, value: Math.log10, change: (x) => ({ k: 10 ** x }) },
      phi: { text: percent },
      epsilon: { text: shown },
    },
    prediction: { accepts: (x) => x > 0, asks: "Type a number above 0 first." },
  };
}
