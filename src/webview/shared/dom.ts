/**
 * Makes an element with attributes and children. Strings become text nodes, so no value from a file or a server is
 * ever read as markup. There is no `style` attribute: the page's content security policy forbids it.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * What VS Code's menu is told of a place on the page, and the places within it: names for the `when` of its entries, and
 * arguments of its commands. See "webview/context" in the manifest.
 */
export function menuContext(place: HTMLElement, context: Readonly<Record<string, unknown>>): void {
  place.dataset['vscodeContext'] = JSON.stringify(context);
}

/** A codicon beside a text that says the same: screen readers skip it. The names are those of `icons.css`. */
export function icon(name: string): HTMLElement {
  return element('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}

/** A button that is only an icon; `label` is its name and tooltip. */
export function iconButton(name: string, label: string, onClick: () => void): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', class: 'icon-button', title: label, 'aria-label': label },
    icon(name),
  );
  button.addEventListener('click', onClick);
  return button;
}

/** A button with a text. */
export function textButton(className: string, label: string, onClick: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: className }, label);
  button.addEventListener('click', onClick);
  return button;
}

/** Calls `run` once, `ms` after the last call. */
export function debounce(run: () => void, ms: number): () => void {
  let timer: number | undefined;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(run, ms);
  };
}

/** Copies a text, unless the user has selected some other text. */
export function copyInstead(event: ClipboardEvent, text: string | null | undefined): void {
  if (!text || getSelection()?.isCollapsed === false) return;
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
}
