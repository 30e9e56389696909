import { type Panel } from "monitoring-as-code/dashboards";
export declare function dialoguePanels(): readonly Panel[];
export declare function intentPanels(): readonly Panel[];
export declare function satisfactionPanels(): readonly Panel[];
export declare function conversionPanels(): readonly Panel[];
export declare function supportPanels(): readonly Panel[];
