// @ts-nocheck It runs in the page, which has a library of its own: answers with the places and colours of all pictures.
(() => {
  const place = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const label = (text) => ({
    text: [...text.childNodes].flatMap((node) => (node.nodeType === 3 ? [node.data] : [])).join(""),
    place: place(text),
    box: place(text.parentElement.querySelector("rect")),
    colour: getComputedStyle(text).fill,
  });
  const pieces = (wire, { left, top }) =>
    [...wire.points].slice(1).map((to, index) => {
      const from = wire.points[index];
      return {
        left: left + Math.min(from.x, to.x) - 1,
        right: left + Math.max(from.x, to.x) + 1,
        top: top + Math.min(from.y, to.y) - 1,
        bottom: top + Math.max(from.y, to.y) + 1,
      };
    });
  return [...document.querySelectorAll("svg")].map((svg) => ({
    place: place(svg),
    fills: [...svg.querySelectorAll("rect")]
      .map((rect) => ({ place: place(rect), colour: getComputedStyle(rect).fill }))
      .filter(({ colour }) => colour !== "none"),
    labels: [...svg.querySelectorAll("text")].map(label),
    wires: [...svg.querySelectorAll("polyline")].map((wire) => ({
      pieces: pieces(wire, place(svg)),
      colour: getComputedStyle(wire).stroke,
    })),
  }));
})();
