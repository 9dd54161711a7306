using Suiying.Testing;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]
