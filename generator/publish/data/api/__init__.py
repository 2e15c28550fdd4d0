"""The archive as JSON, a file a thing: static, so that what answers today answers on any mirror."""
