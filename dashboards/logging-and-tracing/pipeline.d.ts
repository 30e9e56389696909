export declare const pipelineDashboard: any;
