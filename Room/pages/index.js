// SPDX-License-Identifier: EUPL-1.2
import { buttons, link, note, p, show } from "../app/dom.js";
import { start } from "../app/start.js";
import { say, to } from "../app/words.js";

/** The first page of the room, before and after it is opened. */

start(async (room) => {
  if (room.state === "open") return (await import("../app/home.js")).home(room);
  if (room.state === "recover") return location.replace(to("recover"));
  return shut(room);
});

function shut({ state, session, me, config }) {
  if (state === "link" && !session.has_keys) {
    return show(say("index.welcome", { name: session.name }), p(say("index.no_keys"), { class: "lead" }),
      buttons(link(to("keys"), say("index.make"), { class: "button" }),
        link(config.api, say("index.pool", { pool: config.pool_name }), { class: "button quiet" })));
  }
  const name = session?.name ?? me?.name;
  show(name ? say("index.shut.name", { name }) : say("common.page.index"),
    p(say("index.what"), { class: "lead" }),
    note("seal", p(say("index.seal"))),
    buttons(link(to("sign-in"), say("index.open"), { class: "button" }), link(to("private"), say("common.page.private"), { class: "button quiet" })),
    p(say("index.first")), p(link(config.api, config.pool_name)));
}
