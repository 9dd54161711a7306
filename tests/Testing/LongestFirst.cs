using Xunit.Sdk;
using Xunit.v3;

namespace Suiying.Testing;

/// <summary>
/// Begins the classes of tests that take minutes. One that is drawn last keeps one core busy when all else is done.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        "EveryFormTests",
        "KillTests",
        "AuthorisationMatrixTests",
        "LeakJourneyTests",
        "StaffTour",
        "WholeProcedure",
        "ResidentTour",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Rank)];

    private static int Rank<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var at = Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains($".{name}", StringComparison.Ordinal));
        return at < 0 ? Long.Length : at;
    }
}
