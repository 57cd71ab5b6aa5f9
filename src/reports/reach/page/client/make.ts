/** Makes an element with text and elements in it. What a network says gets into the page by this way alone: as text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  looks: string,
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (looks !== "") element.className = looks;
  element.append(...inside);
  return element;
}

/** The one element that a selector finds. Throws when there is none: the page and its script are made together. */
export function one<Kind extends Element>(inside: ParentNode, selector: string): Kind {
  const found = inside.querySelector<Kind>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}
