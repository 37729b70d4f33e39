// How a story that came lean is made whole again.
import { describe, expect, it } from "vitest";
import { story } from "./fixture.ts";
import { fromBase64, unpacked } from "./transport.ts";

async function packed(value: unknown): Promise<DataView> {
  const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream("gzip"));
  return new DataView(await new Response(stream).arrayBuffer());
}

const COLUMNS = {
  id: ["m0", "q:q1", "m1"],
  article: ["p1", "p1", "p1"],
  layer: ["entity", "quote", "entity"],
  ref: ["e1", "q1", "e2"],
  type: ["PER", "direct", "LOC"],
  start: [0, 14, 31],
  end: [11, 37, 37],
};

/** The first article of the fixture with three marks: one cut behind, one cut before, one that travels as it is. */
async function whole() {
  const { before: _, text: __, after: ___, ...quote } = { ...story().quotes[0], mark: 1 } as Record<string, unknown>;
  const own = [[2, "قبل\n", "الواحة", ""]];
  const marks = { columns: COLUMNS, at: [0, 11, 0, ~4, 14, 23, ~3, 1, 0, 0, 0, 0], own };
  return unpacked(await packed({ ...story(), marks, quotes: [quote] }));
}

describe("a story that came lean", () => {
  it("has the texts of its marks again, with what stands around them", async () => {
    const { marks } = await whole();
    expect(marks.map(({ id, before, text, after }) => [id, before, text, after])).toEqual([
      ["m0", "", "سامر النجار", ": «و …"],
      ["q:q1", "… : «", "وصلت السفينة إلى الواحة", "»"],
      ["m1", "قبل\n", "الواحة", ""],
    ]);
    expect(marks[1]).toMatchObject({ article: "p1", layer: "quote", ref: "q1", start: 14, end: 37 });
  });

  it("has the texts of its quotations again", async () => {
    const { quotes, marks } = await whole();
    expect(quotes[0]).toMatchObject({ id: "q1", text: marks[1]?.text, before: marks[1]?.before, after: "»" });
  });
});

describe("a story that came as it is", () => {
  it("stays so", async () => {
    expect(await unpacked(await packed(story()))).toEqual(story());
  });
});

it("reads base64", () => {
  expect([...fromBase64("AAH/")]).toEqual([0, 1, 255]);
});
