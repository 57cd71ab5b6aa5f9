import type { Path } from "../../base/path.ts";
import type { Tags } from "./shared.ts";

/** What the blueprint watches. */
export interface Cloudwatch {
  readonly metricFilters: readonly MetricFilter[];
  readonly alarms: readonly Alarm[];
  readonly dashboards: readonly Dashboard[];
}

/** A metric made of the records of a flow log. */
export interface MetricFilter {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  /** Name of the flow log. */
  readonly flowLog: string;
  /** Fields that the filter looks at, and where the author named each. */
  readonly fields: readonly NamedField[];
  /** The pattern that CloudWatch Logs holds against each record. */
  readonly pattern: string;
  /** What a record adds to the metric: a number, or `$` and a word of the pattern. */
  readonly value: string;
  readonly unit: "Bytes" | "Count" | "None";
  readonly namespace: string;
  readonly metricName: string;
}

interface NamedField {
  readonly path: Path;
  readonly name: string;
}

/** A metric of CloudWatch, and what it is of. */
export interface Metric {
  readonly path: Path;
  readonly namespace: string;
  readonly metricName: string;
  readonly of: MetricSubject;
}

type MetricSubject =
  /** `id` is a zonal gateway's logical id. */
  | { readonly kind: "nat-gateway"; readonly id: string }
  | { readonly kind: "load-balancer"; readonly name: string }
  | { readonly kind: "instance"; readonly name: string }
  | { readonly kind: "dimensions"; readonly dimensions: Readonly<Record<string, string>> };

/** One alarm; an alarm on a NAT gateway of several zones is one for each zone. */
export interface Alarm {
  /** Logical id: the name, or `<name>_<zonal NAT gateway>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly description: string | null;
  readonly metric: Metric;
  readonly comparisonOperator: string;
  readonly threshold: number;
  readonly statistic: string;
  /** Seconds. */
  readonly period: number;
  readonly evaluationPeriods: number;
  readonly treatMissingData: string;
  readonly alarmActions: readonly string[];
  readonly okActions: readonly string[];
  readonly tags: Tags;
}

/** A page of graphs and texts. */
export interface Dashboard {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  /** In the order of their names. */
  readonly widgets: readonly Widget[];
}

/** A rectangle of a dashboard, which is 24 units wide. */
export interface Widget {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly content: WidgetContent;
}

/** What a widget shows: a text, or lines over time with a period in seconds. */
export type WidgetContent =
  | { readonly kind: "text"; readonly markdown: string }
  | {
      readonly kind: "graph";
      readonly title: string | null;
      readonly lines: readonly GraphLine[];
      readonly statistic: string;
      /** Seconds. */
      readonly period: number;
      readonly view: "timeSeries" | "singleValue";
    };

/** One line of a graph. */
export interface GraphLine {
  readonly label: string;
  readonly metric: Metric;
}
