"""The index for production, on Elasticsearch 9."""

from monitor.index.elasticsearch.index import ElasticsearchIndex

__all__ = ["ElasticsearchIndex"]
