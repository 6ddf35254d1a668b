import type { Router } from "express";

/** A way to reach citizens: one messaging app, or the web page. */
export type Channel = {
  name: string;
  /** What it brings to the web server; mounted at the root. */
  routes?: Router;
  /** Begins to listen. */
  start(): Promise<void>;
  /** Stops listening; turns under way are finished first. */
  stop(): Promise<void>;
};
