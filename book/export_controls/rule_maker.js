// Which chips a rule catches. A chip has score (TPP), density (TPP per mm2), links and bandwidth (GB per second), each null where it is
// not known, and consumer (true or false). test: which second measure the rule uses; score, second: its two limits.
// verdicts: true caught, false below, null cannot tell. room: the least upper bound of the scores that a chip on a die of area mm2 may
// have if its maker cuts the second measure as far as the rule asks.
const atLeast = (value, limit) => (value === null ? null : value >= limit);
const all = (...tests) => (tests.includes(false) ? false : tests.includes(null) ? null : true);
const any = (...tests) => (tests.includes(true) ? true : tests.includes(null) ? null : false);

// 88 FR 73458 in the shape of its limits for data-centre chips: 4800; 2400 with 1.6; 1600 with 3.2
const RULES = {
  links: (chip, score, second) => all(atLeast(chip.score, score), atLeast(chip.links, second)),
  density: (chip, score, second) => any(
    atLeast(chip.score, score),
    all(!chip.consumer, any(
      all(atLeast(chip.score, score / 2), atLeast(chip.density, second / 2)),
      all(atLeast(chip.score, score / 3), atLeast(chip.density, second)),
    )),
  ),
  bandwidth: (chip, score, second) => any(atLeast(chip.score, score), atLeast(chip.bandwidth, second)),
};
const ROOM = {
  links: () => Infinity,
  density: (score, second, area) => Math.max(score / 3, Math.min(score / 2, second * area), Math.min(score, (second / 2) * area)),
  bandwidth: (score) => score,
};

function compute({ chips, test, score, second, area }) {
  return { verdicts: chips.map((chip) => RULES[test](chip, score, second)), room: ROOM[test](score, second, area) };
}

const MEASURES = {
  links: { name: "links between chips", unit: "GB/s", ticks: [100, 1000], range: [30, 3000], start: 600 },
  density: { name: "score per mm² of die", unit: "per mm²", ticks: [1, 10], range: [1, 30], start: 3.2 },
  bandwidth: { name: "memory bandwidth", unit: "GB/s", ticks: [1000, 10000], range: [200, 12000], start: 6500 },
};
const LEFT = 17, RIGHT = 98, TOP = 22, BOTTOM = 250, MISSING = 278;
const NAMED = { H20: "middle", A800: "end", H800: "end", H100: "middle" };  // labels, and how they stand to their marks

const plain = (x) => (x < 10 ? String(Number(x.toFixed(1))) : Math.round(x).toLocaleString("en"));
const percent = (x) => `${Math.round(100 * x)}%`;
const across = (score) => LEFT + ((RIGHT - LEFT) * (Math.log10(score) - 3)) / 2;
const share = (value, [low, high]) => Math.log(value / low) / Math.log(high / low);

function drawing({ chips, test, score, second }, { verdicts }) {
  const { name, unit, ticks, range } = MEASURES[test];
  const down = (value) => (value === null ? MISSING : BOTTOM - (BOTTOM - TOP) * Math.min(1, Math.max(0, share(value, range))));
  const zone = (from, above) => {
    const x = Math.max(LEFT, across(from)), y = above === null ? BOTTOM : down(above);
    return `<rect x="${x}%" width="${Math.max(0, RIGHT - x)}%" y="${TOP - 8}" height="${Math.max(0, y - TOP + 8)}"/>`;
  };
  const zones = {
    links: () => [zone(score, second)],
    density: () => [zone(score, null), zone(score / 2, second / 2), zone(score / 3, second)],
    bandwidth: () => [zone(score, null), zone(1000, second)],
  };
  const colour = { true: "var(--pst-color-accent)", false: "var(--pst-color-primary)", null: "currentColor" };
  const marks = chips.map((chip, i) => {
    const x = `${across(chip.score)}%`, y = down(chip[test]), verdict = verdicts[i];
    const look = `fill="${verdict === false ? colour.false : "var(--pst-color-background)"}" stroke="${colour[verdict]}" stroke-width="2"`;
    const label = chip.name in NAMED && chip[test] !== null
      ? `<text x="${x}" y="${y}" dx="${{ start: 9, middle: 0, end: -9 }[NAMED[chip.name]]}" dy="${NAMED[chip.name] === "middle" ? -10 : 5}" text-anchor="${NAMED[chip.name]}">${chip.name}</text>` : "";
    if (verdict === null) return `<text x="${x}" y="${y + 5}" text-anchor="middle">?</text>${label}`;
    return `<circle cx="${x}" cy="${y}" r="5.5" ${look}><title>${chip.name}</title></circle>${label}`;
  });
  return `<text y="10">${name}, ${unit}, ×10 a step</text>
    <g fill="var(--pst-color-accent)" opacity="0.22">${zones[test]().join("")}</g>
    <line x1="${LEFT}%" x2="${RIGHT}%" y1="${BOTTOM}" y2="${BOTTOM}" stroke="currentColor"/>
    ${ticks.map((tick) => `<text x="${LEFT - 2}%" y="${down(tick) + 5}" text-anchor="end">${plain(tick)}</text>`).join("")}
    ${[1000, 10000, 100000].map((tick) => `<text x="${across(tick)}%" y="${MISSING + 27}" text-anchor="${tick === 100000 ? "end" : "middle"}">${plain(tick)}</text>`).join("")}
    <text x="${LEFT}%" y="${MISSING + 46}">score (TPP), ×10 a step</text>
    ${chips.some((chip) => chip[test] === null) ? `<text x="${RIGHT}%" y="${MISSING - 12}" text-anchor="end">second measure not found ↓</text>` : ""}
    ${marks.join("")}`;
}

function sentence({ chips, test, second }, { verdicts, room }, prediction, note = "") {
  const { name, unit } = MEASURES[test];
  const count = (verdict) => verdicts.filter((each) => each === verdict).length;
  const below = chips.filter((_, i) => verdicts[i] === false);
  const standard = chips.find((chip) => chip.name === "H100");
  const most = (key) => below.reduce((best, chip) => (chip[key] > best[key] ? chip : best));
  const best = below.length
    ? `Of those below, the ${most("score").name} has the highest score, ${percent(most("score").score / standard.score)} of the H100's, and the
      ${most("bandwidth").name} the most memory bandwidth, ${percent(most("bandwidth").bandwidth / standard.bandwidth)} of the H100's.`
    : "";
  const left = room === Infinity
    ? `A new chip may score anything, as long as its ${name} stay below ${plain(second)} ${unit}.`
    : `A new chip on a die as large as the H100's may score up to ${plain(room)}.`;
  const predicted = prediction === null ? "" : ` You predicted ${prediction}.`;
  return `${count(false)} of ${chips.length} chips stay below the limits, ${count(true)} are caught, and for ${count(null) || "none"} a fact is missing.${predicted} ${best} ${left} ${note}`;
}

function texts({ chips }, { verdicts }) {
  const list = (verdict) => chips.filter((_, i) => verdicts[i] === verdict).map((chip) => chip.name).join(", ") || "none";
  return { count: chips.length, below: list(false), caught: list(true), unknown: list(null) };
}

function explorer({ chips, presets, area }) {
  return {
    compute, drawing, sentence, texts, given: { chips, area }, presets, start: "rule_2022",
    controls: {
      score: { text: plain, value: Math.log10, change: (x) => ({ score: 10 ** x }) },
      test: { change: (test) => ({ test, second: MEASURES[test].start }) },
      second: {
        text: (second, { test }) => `${plain(second)} ${MEASURES[test].unit}`,
        value: (second, { test }) => share(second, MEASURES[test].range),
        change: (x, { test }) => {
          const [low, high] = MEASURES[test].range;
          return { second: low * (high / low) ** x };
        },
      },
    },
    prediction: { accepts: (x) => x >= 0, asks: "Type a number first." },
  };
}
