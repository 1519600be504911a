import { button, note, p } from "./dom.js";
import { say } from "./words.js";
export async function managedNote({ store }) {
  if (await store.get("told_managed")) return null;
  const box = note("info", p(say("common.managed")), button(say("common.managed.seen"), async () => {
    await store.put("told_managed", true);
    box.remove();
  }, { class: "quiet" }));
  return box;
}
