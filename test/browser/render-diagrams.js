// @ts-nocheck It runs in the page, with Mermaid as a reader of Markdown has it: draws `window.codes` and answers with every label's text.
(async () => {
  mermaid.initialize({ startOnLoad: false });
  const labels = [];
  for (const [index, code] of window.codes.entries()) {
    const { svg } = await mermaid.render(`diagram${index}`, code);
    document.body.innerHTML = svg;
    const strange = document.body.querySelector(
      "script, img, a, iframe, foreignObject *:not(div, span, p, br, strong, em)",
    );
    if (strange !== null) throw new Error(`a label became ${strange.outerHTML}`);
    for (const label of document.querySelectorAll(".nodeLabel, .cluster-label, .edgeLabel"))
      labels.push(label.textContent);
  }
  return labels;
})();
