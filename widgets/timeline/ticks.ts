// The ticks of the axis, from minutes to centuries, with the words that the labels' language has for them.
import type { Labels } from "../core/contract.ts";
import type { Range } from "./scale.ts";

/** A tick: its label, and where a new day or year begins the name of it. */
export interface Tick {
  time: number;
  text: string;
  under: string;
}

type Unit = "minute" | "day" | "month" | "year";

interface Step {
  unit: Unit;
  by: number;
  /** In milliseconds, about. */
  length: number;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const STEPS: Step[] = [
  ...[1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((by) => step("minute", by, MINUTE)),
  ...[1, 2, 7, 14].map((by) => step("day", by, DAY)),
  ...[1, 3, 6].map((by) => step("month", by, 30.4 * DAY)),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((by) => step("year", by, 365.25 * DAY)),
];

function step(unit: Unit, by: number, length: number): Step {
  return { unit, by, length: by * length };
}

/** The ticks in a range, at least `apart` milliseconds from each other. */
export function ticks(labels: Labels, range: Range, apart: number): Tick[] {
  const chosen = STEPS.find(({ length }) => length >= apart) ?? (STEPS.at(-1) as Step);
  const { main, context } = FORMATS[chosen.unit];
  let before = "";
  return moments(chosen, range).map((time) => {
    const under = context ? format(labels, context, time) : "";
    const changed = under !== before;
    before = under;
    return { time, text: format(labels, main, time), under: changed ? under : "" };
  });
}

const FORMATS: Record<Unit, { main: Intl.DateTimeFormatOptions; context: Intl.DateTimeFormatOptions | null }> = {
  minute: {
    main: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    context: { day: "numeric", month: "short", year: "numeric" },
  },
  day: { main: { day: "numeric", month: "short" }, context: { year: "numeric" } },
  month: { main: { month: "short" }, context: { year: "numeric" } },
  year: { main: { year: "numeric" }, context: null },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment of UTC in the words of the labels' language and Latin digits. */
export function format({ language }: Labels, options: Intl.DateTimeFormatOptions, time: number): string {
  const key = `${language} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(`${language || "en"}-u-nu-latn-ca-gregory`, { ...options, timeZone: "UTC" });
    formats.set(key, found);
  }
  return found.format(time);
}

function moments({ unit, by, length }: Step, { from, to }: Range): number[] {
  const found: number[] = [];
  if (unit === "minute" || unit === "day") {
    for (let time = Math.ceil(from / length) * length; time <= to; time += length) found.push(time);
    return found;
  }
  const months = unit === "year" ? by * 12 : by;
  const start = new Date(from);
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  for (let month = first; ; month += months) {
    const time = new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    if (time > to) return found;
    if (time >= from) found.push(time);
  }
}
