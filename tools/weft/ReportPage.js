// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes sections of what the facts hold: of an analysis dispatches, memory, parameters and obstacles; of a benchmark models and sweeps.

const facts = JSON.parse(document.getElementById("facts").textContent);
const report = document.getElementById("report");

function add(parent, name, text, className) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  parent.append(element);
  return element;
}

const round = (value) => typeof value !== "number" ? value ?? "" : Number.isInteger(value) && Math.abs(value) < 1e5 ? String(value)
  : Math.abs(value) >= 1e5 || (value && Math.abs(value) < 1e-3) ? value.toExponential(3) : String(+value.toPrecision(4));

// A table of objects that is sorted by a click on a heading; columns are [heading, key or function].
function addTable(parent, rows, columns, hasFilter) {
  const read = (row, column) => typeof column === "function" ? column(row) : row[column];
  columns = columns.filter(([, column]) => rows.some((row) => read(row, column) !== undefined));
  const filter = hasFilter ? add(parent, "input", undefined, "filter") : null;
  const table = add(add(parent, "div", undefined, "scroll"), "table");
  const head = add(add(table, "thead"), "tr"), body = add(table, "tbody");
  let order = null, direction = -1;
  const fill = () => {
    body.replaceChildren();
    const wanted = filter ? filter.value.toLowerCase() : "";
    let list = rows.filter((row) => !wanted || columns.some(([, column]) => String(read(row, column)).toLowerCase().includes(wanted)));
    if (order) list = [...list].sort((a, b) => {
      const x = read(a, order) ?? -Infinity, y = read(b, order) ?? -Infinity;
      return direction * (x < y ? -1 : x > y ? 1 : 0);
    });
    for (const row of list) {
      const line = add(body, "tr");
      for (const [, column] of columns) {
        const value = read(row, column);
        add(line, "td", round(value), typeof value === "number" ? "number" : "");
      }
    }
  };
  for (const [heading, column] of columns)
    add(head, "th", heading).addEventListener("click", () => {
      direction = order === column ? -direction : -1;
      order = column;
      fill();
    });
  if (filter) {
    filter.placeholder = "filter";
    filter.addEventListener("input", fill);
  }
  fill();
}

// Areas over each other, one for each series of equal length, with a line of text for each step.
function addAreas(parent, series, describe) {
  const width = 860, height = 180, steps = series[0].values.length;
  const sums = series[0].values.map((_, i) => series.reduce((sum, each) => sum + each.values[i], 0));
  const most = sums.reduce((a, b) => Math.max(a, b), 1e-9);
  const svg = svgElement("svg", {viewBox: `0 0 ${width} ${height}`, class: "areas"});
  for (let i = 0; i < steps; ++i) {
    let below = 0;
    for (const {values, color} of series) {
      const size = values[i] / most * (height - 10);
      svg.append(svgElement("rect", {x: i * width / steps, y: height - below - size, width: Math.max(0.6, width / steps), height: size, fill: color}));
      below += size;
    }
    const cover = svgElement("rect", {x: i * width / steps, y: 0, width: width / steps, height, fill: "transparent"});
    cover.append(svgElement("title", {}, describe(i, sums[i])));
    svg.append(cover);
  }
  parent.append(svg);
}

// Columns for counts of a histogram [{least, most, count}].
function addHistogram(parent, bins, unit) {
  const most = bins.reduce((a, b) => Math.max(a, b.count), 1);
  const svg = svgElement("svg", {viewBox: "0 0 860 120", class: "histogram"});
  bins.forEach((bin, i) => {
    const size = bin.count / most * 100, width = 860 / bins.length;
    const bar = svgElement("rect", {x: i * width + 1, y: 120 - size, width: Math.max(1, width - 2), height: size, fill: "#3b7dd8"});
    bar.append(svgElement("title", {}, `${round(bin.least)} to ${round(bin.most)} ${unit}: ${bin.count}`));
    svg.append(bar);
  });
  parent.append(svg);
  add(parent, "p", bins.length ? `${round(bins[0].least)} to ${round(bins[bins.length - 1].most)} ${unit}` : "", "note");
}

const nodeOf = (each) => each.node || each.name;

function describeDispatch(dispatch, number) {
  const lines = [`${number} ${dispatch.name} in ${dispatch.function}`];
  for (const [key, value] of Object.entries(dispatch))
    if (!["name", "function", "ops", "sources"].includes(key) && value !== "") lines.push(`${key}: ${round(value)}`);
  for (const source of dispatch.sources || [])
    lines.push(`from ${source.dispatch ?? source.parameter ?? source.name ?? source.op ?? "input " + source.input}: ${source.type}`);
  for (const op of dispatch.ops || []) lines.push(`  ${op.op} -> ${op.result}${op.flops ? `, ${round(op.flops)} operations` : ""}`);
  return lines.join("\n");
}

function showMemory(memory) {
  add(report, "h2", `Memory over time: ${memory.function}`);
  if (!memory.arena_over_time || !memory.arena_over_time.length) return;
  const colors = {arena: "#3b7dd8", outputs: "#6aa84f", allocated: "#d8803b"};
  addAreas(report, Object.entries(colors).map(([name, color]) => ({color, values: memory[name + "_over_time"]})),
    (i, sum) => `dispatch ${i}: ${round(sum / 1e6)} MB`);
  add(report, "p", `At most ${round(memory.peak_bytes / 1e6)} MB at dispatch ${memory.peak_dispatch} of the function; arena ${round(memory.arena_bytes / 1e6)} MB.`
    + " Blue is the arena, green are outputs, orange is what a call asks for.", "note");
  addTable(report, memory.peak_owners, [["owner of the peak", "name"], ["type", "type"], ["place", "place"], ["bytes", "bytes"],
    ["first dispatch", "first_dispatch"], ["last", "last_dispatch"]]);
}

function showAnalysis() {
  if (facts.functions) {
    add(report, "h2", "Functions");
    addTable(report, facts.functions, [["function", "name"], ["dispatches", "dispatches"], ["operations", "flops"], ["bytes", "bytes"],
      ["weights read", "weight_bytes_read"], ["least us", "limit_us"], ["a call, us", "call_us"], ["its dispatches, us", "dispatches_us"]]);
  }
  for (const side of ["inputs", "outputs"]) {
    add(report, "h2", side);
    addTable(report, facts[side], [["name", "name"], ["type", "type"], ["state", "state"]]);
  }
  if (facts.dispatches.some((each) => each.sources))
    for (const name of new Set(facts.dispatches.map((each) => each.function))) {
      add(report, "h2", `Graph: ${name}`);
      drawGraph(report, facts.dispatches, name, describeDispatch);
    }
  add(report, "h2", "Dispatches");
  addTable(report, facts.dispatches.map((each, number) => ({number, ...each})), [["", "number"], ["op", "op"], ["node", nodeOf], ["writes", "results"],
    ["operations", "flops"], ["read", "read_bytes"], ["written", "written_bytes"], ["kept out of memory", "kept_bytes"], ["least us", "limit_us"],
    ["limited by", "bound"], ["measured us", "measured_us"],
    ["times the least", (each) => each.measured_us && each.limit_us ? each.measured_us / each.limit_us : undefined]], true);
  if (facts.obstacles && facts.obstacles.length) {
    add(report, "h2", "Not on the fast path");
    addTable(report, facts.obstacles, [["where", "where"], ["what", "what"], ["remedy", "remedy"]]);
  }
  for (const memory of facts.memory || []) showMemory(memory);
  if (facts.sensitivity) {
    add(report, "h2", "Sensitivity to precision");
    add(report, "p", facts.sensitivity.measure, "note");
    addTable(report, facts.sensitivity.weights, [["weight", "name"], ["int8", "cost_int8"], ["int4", "cost_int4"], ["bytes", "bytes"]], true);
  }
  if (facts.parameters && facts.parameters.length) {
    add(report, "h2", "Parameters");
    addTable(report, facts.parameters, [["name", "name"], ["type", "type"], ["bytes", "bytes"]], true);
  }
}

function showModel(model) {
  add(report, "h2", model.model);
  if (model.error) return void add(report, "p", model.error);
  const rows = [];
  const walk = (value, path) => {
    if (value === null || typeof value !== "object") rows.push({figure: path, value: value ?? "unknown"});
    else if (!Array.isArray(value)) for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path} ${key}` : key);
  };
  walk({...model, ceilings: undefined, model: undefined}, "");
  addTable(report, rows.filter((row) => row.value !== undefined && row.figure), [["figure", "figure"], ["value", "value"]]);
  if (model.histogram) addHistogram(report, model.histogram, "ms");
  if (model.peers) addTable(report, model.peers, [["program", "name"], ["version", "version"], ["median ms", "median_ms"], ["p99 ms", "p99_ms"],
    ["calls", "runs"], ["tokens/s of prompt", "prefill_tokens_per_s"], ["generated tokens/s", "decode_tokens_per_s"], ["over weft", "ratio"],
    ["why not", "missing"]]);
  if (model.sweep) addTable(report, model.sweep, [["batch", "batch"], ["threads", "threads"], ["median ms", "median_ms"], ["p99 ms", "p99_ms"],
    ["items/s", "items_per_s"]]);
}

if (facts.dispatches) showAnalysis();
for (const model of facts.models || []) showModel(model);
if (facts.ceilings) {
  add(report, "h2", "Ceilings of this processor, measured");
  addTable(report, [facts.ceilings, ...(facts.ceilings.caches || [])], [["of", (each) => each.name ?? "memory"], ["threads", "threads"], ["f32 GFLOP/s", "gflops"],
    ["bf16 GFLOP/s", "bf16_gflops"], ["int8 GOP/s", "int8_gops"], ["GB/s", "gigabytes_per_second"]]);
}
