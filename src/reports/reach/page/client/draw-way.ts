import type { PageData, PageStop } from "../page-data.ts";
import { one } from "./make.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Draws a way into the picture, in place of the one that was there; -1: none. */
export function drawWay(picture: SVGSVGElement, { drawings }: PageData, index: number): void {
  for (const old of picture.querySelectorAll(".way")) old.remove();
  for (const box of picture.querySelectorAll("[data-box]")) box.classList.remove("met", "broken");
  const drawing = drawings[index];
  picture.classList.toggle("traced", drawing !== undefined);
  if (drawing === undefined) return;
  const lines = picture.querySelector(".lines");
  for (const points of drawing.back) lines?.append(line(points, "way back"));
  for (const points of drawing.there) lines?.append(line(points, "way there"));
  for (const stop of drawing.stops) mark(picture, stop);
  const [first] = drawing.stops.filter(([, label]) => label !== "");
  const worst = drawing.stops.find(([, , passes]) => passes === "no") ?? first;
  if (worst !== undefined) bringIntoWindow(picture, worst);
}

/** Sideways only, where the picture is wider than its place. */
function bringIntoWindow(picture: SVGSVGElement, [box]: PageStop): void {
  const place = picture.parentElement;
  const { left } = one(picture, `[data-box="${box}"]`).getBoundingClientRect();
  if (place !== null) place.scrollLeft += left - place.getBoundingClientRect().left - MARGIN;
}

/** Pixels left of the box that is brought into the window. */
const MARGIN = 16;

function mark(picture: SVGSVGElement, [box, label, passes]: PageStop): void {
  const group = one(picture, `[data-box="${box}"]`);
  group.classList.add("met");
  if (passes === "no") group.classList.add("broken");
  if (label !== "") picture.append(badge(one(group, "rect"), label, passes));
}

function line(points: string, looks: string): SVGElement {
  return shape("polyline", { class: looks, points });
}

/** The numbers of the hops at a box, on its upper edge, and for a subnet on its lower one: never over its text. */
function badge(rect: SVGRectElement, label: string, passes: string): SVGElement {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
  const text = passes === "no" ? `✕ ${label}` : passes === "yes" ? label : `? ${label}`;
  const wide = 10 + text.length * 6.2;
  const isSubnet = rect.classList.value.startsWith("subnet-");
  const left = isSubnet ? (x ?? 0) + 8 : (x ?? 0) + (width ?? 0) - wide - 6;
  const top = isSubnet ? (y ?? 0) + (height ?? 0) - 6 : (y ?? 0) - 9;
  const group = shape("g", { class: `way badge is-${passes}` });
  const words = shape("text", { x: `${left + 5}`, y: `${top + 10}`, textLength: `${wide - 10}` });
  words.textContent = text;
  group.append(shape("rect", { x: `${left}`, y: `${top}`, width: `${wide}`, height: "13", rx: "6" }), words);
  return group;
}

function shape(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
