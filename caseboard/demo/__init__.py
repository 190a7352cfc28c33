"""The demo: fiction that becomes a lively network by the same pipeline and the same verbs as everything else."""
