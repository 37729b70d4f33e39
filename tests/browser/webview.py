"""A page as VS Code shows widgets in: a frame with its policy, its theme, and the contract that anywidget gives."""

from __future__ import annotations

import base64
import json
from typing import Any

from workbench.widgets.base import View

ORIGIN = "http://localhost/webview/"
POLICY = (
    "default-src 'none'; script-src 'self' blob: 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' https: http: data:; font-src 'self' https:; connect-src https:; child-src https: data:;"
)
"""What `notebook.experimental.enableCsp` puts on VS Code's frame (by default there is none), and ``blob:``, without
which anywidget imports no widget at all."""
SANDBOX = "allow-scripts allow-same-origin allow-forms allow-pointer-lock allow-downloads"
THEME = {
    "editor-background": "#1f1f1f",
    "editor-foreground": "#cccccc",
    "editor-font-family": "monospace",
    "font-family": "system-ui",
}
GIVEN = ("_esm", "_css", "labels", "selected", "options", "tray")
HOST = """
const states = JSON.parse(document.getElementById("states").textContent);
globalThis.noted = { violations: [], saved: [], sent: [], missing: [] };
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  noted.violations.push(`${effectiveDirective} ${blockedURI}`));
addEventListener("unhandledrejection", ({ reason }) => noted.missing.push(String(reason)));
for (const name of ["_JUPYTERLAB", "jupyterapp", "jupyterlab", "Jupyter", "require", "requirejs", "define"]) {
  Object.defineProperty(globalThis, name, { get() { noted.missing.push(name); return undefined; } });
}

const answers = [];
globalThis.answer = ({ number, content }, value) => answers[number]({ answer: content.id, value });

function modelOf(state, number) {
  const heard = new Map();
  let changed = {};
  answers[number] = (content) => fire("msg:custom", content);
  const fire = (event, content) => [...(heard.get(event) ?? [])].forEach((callback) => callback(content));
  const model = Object.freeze({
    get: (name) => state[name],
    set(name, value) {
      state[name] = value;
      changed[name] = structuredClone(value);
      fire(`change:${name}`);
    },
    save_changes() {
      noted.saved.push({ number, changed });
      changed = {};
    },
    send: (content) => noted.sent.push({ number, content }),
    on: (event, callback) => heard.set(event, new Set(heard.get(event)).add(callback)),
    off: (event, callback) => heard.get(event)?.delete(callback),
  });
  return new Proxy(model, {
    get(target, name) {
      if (!(name in target)) noted.missing.push(`model.${String(name)}`);
      return target[name];
    },
  });
}

async function show(state, number) {
  state.story = new DataView(Uint8Array.from(atob(state.story), (letter) => letter.charCodeAt(0)).buffer);
  const style = document.createElement("style");
  style.textContent = state._css;
  document.head.append(style);
  const address = URL.createObjectURL(new Blob([state._esm], { type: "text/javascript" }));
  const { default: given } = await import(address);
  const widget = typeof given === "function" ? await given() : given;
  const model = modelOf(state, number);
  const { signal } = new AbortController();
  await widget.initialize?.({ model, signal, experimental: {} });
  const output = document.createElement("div");
  output.className = "cell-output-ipywidget-background";
  document.body.append(output);
  await widget.render({ model, el: output, signal, experimental: {} });
}

for (const [number, state] of states.entries()) await show(state, number);
"""


def outer() -> str:
    return f'<!doctype html><iframe src="inner" width="1200" height="4000" sandbox="{SANDBOX}"></iframe>'


def inner(views: list[View]) -> str:
    """The frame's page with these views; older versions of the Jupyter extension call Lab's colours white always."""
    colours = "; ".join(f"--vscode-{name}: {value}" for name, value in THEME.items())
    states = json.dumps([state_of(view) for view in views]).replace("<", "\\u003c")
    return f"""<!doctype html><html lang="en" style="{colours}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<style>:root {{ --jp-layout-color1: white; --jp-content-font-color1: black; --jp-ui-font-family: monospace }}
.cell-output-ipywidget-background {{ background: white !important }}</style></head>
<body class="vscode-dark" data-vscode-theme-kind="vscode-dark">
<script type="application/json" id="states">{states}</script>
<script type="module">{HOST}</script></body></html>"""


def state_of(view: View) -> dict[str, Any]:
    """The traits of a view as they travel to the browser, the story in base64."""
    state = view.get_state([*GIVEN, "story"])
    return {**state, "story": base64.b64encode(state["story"]).decode()}
