"use strict";
// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Dispatches as a graph from top to bottom: a layer is how many dispatches must have run before. Drag to move, turn the wheel for size, click for more.

function svgElement(name, attributes, text) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

function sourcesOf(dispatch) {
  const from = new Set();
  for (const source of dispatch.sources || []) {
    if (source.dispatch !== undefined) from.add(source.dispatch);
    for (const before of source.behind || []) from.add(before);
  }
  return [...from];
}

// Places of nodes: {x, y} by number of dispatch. Nodes of a layer stand in the order of the middle of their sources.
function layOut(numbers, dispatches) {
  const layer = new Map(), rows = [];
  for (const number of numbers) {
    const before = sourcesOf(dispatches[number]).filter((each) => layer.has(each));
    const level = before.length ? 1 + Math.max(...before.map((each) => layer.get(each))) : 0;
    layer.set(number, level);
    (rows[level] = rows[level] || []).push(number);
  }
  const places = new Map();
  rows.forEach((row, level) => {
    const wish = new Map(row.map((number) => {
      const before = sourcesOf(dispatches[number]).filter((each) => places.has(each));
      return [number, before.length ? before.reduce((sum, each) => sum + places.get(each).x, 0) / before.length : 0];
    }));
    row.sort((a, b) => wish.get(a) - wish.get(b));
    row.forEach((number, i) => places.set(number, {x: (i - (row.length - 1) / 2) * 190, y: level * 64}));
  });
  return places;
}

function colorOf(dispatch, most) {
  const time = dispatch.measured_us ?? dispatch.limit_us ?? dispatch.flops + dispatch.bytes;
  const part = most > 0 ? Math.sqrt(time / most) : 0;
  return `hsl(28 80% ${96 - 42 * part}%)`;
}

function drawGraph(parent, dispatches, name, describe) {
  const numbers = [...dispatches.keys()].filter((number) => dispatches[number].function === name);
  const places = layOut(numbers, dispatches);
  const svg = svgElement("svg", {class: "graph"}), all = svgElement("g", {}), details = document.createElement("div");
  details.className = "details";
  details.textContent = "Click a node.";
  const weigh = (each) => each.measured_us ?? each.limit_us ?? each.flops + each.bytes;
  const most = numbers.reduce((sum, number) => Math.max(sum, weigh(dispatches[number])), 0);
  for (const number of numbers)
    for (const from of sourcesOf(dispatches[number])) {
      if (!places.has(from)) continue;
      const a = places.get(from), b = places.get(number), middle = (a.y + 18 + b.y - 18) / 2;
      all.append(svgElement("path", {d: `M${a.x} ${a.y + 18}C${a.x} ${middle} ${b.x} ${middle} ${b.x} ${b.y - 18}`, fill: "none", stroke: "#9aa0a6"}));
    }
  let chosen = null;
  for (const number of numbers) {
    const {x, y} = places.get(number), dispatch = dispatches[number];
    const node = svgElement("g", {class: "node", transform: `translate(${x} ${y})`});
    node.append(svgElement("rect", {x: -85, y: -18, width: 170, height: 36, rx: 5, fill: colorOf(dispatch, most)}));
    node.append(svgElement("text", {y: -2, "text-anchor": "middle", "font-size": 12}, `${number} ${dispatch.op}`));
    node.append(svgElement("text", {y: 12, "text-anchor": "middle", "font-size": 9}, (dispatch.node || "").slice(-34)));
    node.addEventListener("click", () => {
      if (chosen) chosen.classList.remove("chosen");
      (chosen = node).classList.add("chosen");
      details.textContent = describe(dispatch, number);
    });
    all.append(node);
  }
  svg.append(all);
  const view = {x: 0, y: 40, scale: 1};
  const apply = () => all.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = svg.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
    const factor = Math.exp(-event.deltaY / 500), scale = Math.min(4, Math.max(0.03, view.scale * factor));
    view.x = x - (x - view.x) * scale / view.scale;
    view.y = y - (y - view.y) * scale / view.scale;
    view.scale = scale;
    apply();
  }, {passive: false});
  svg.addEventListener("pointermove", (event) => {
    if (!(event.buttons & 1)) return;
    view.x += event.movementX;
    view.y += event.movementY;
    apply();
  });
  parent.append(svg, details);
  view.x = (svg.getBoundingClientRect().width || 800) / 2;
  apply();
}
