// vis-network, each network with listeners of its own. Beside component-emitter 2 it keeps those of all networks of a page
// in one map on their prototype, so that a click or a drag in one would be heard by all.
import { Network } from "vis-network/esnext";

type Listeners = Map<string, unknown[]>;

const own = new WeakMap<object, Listeners>();

Object.defineProperty(Network.prototype, "_callbacks", {
  configurable: true,
  get(this: object): Listeners {
    let listeners = own.get(this);
    if (listeners === undefined) {
      listeners = new Map();
      own.set(this, listeners);
    }
    return listeners;
  },
});

export { Network };
