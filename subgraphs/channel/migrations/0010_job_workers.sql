-- Workers are the kit's, for every part that runs jobs. What the old ones had claimed is taken over by the sweep.
drop table send_worker;
