using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Full-text search over requests; one implementation a database, one contract test for both.</summary>
public interface IRequestSearch
{
    /// <summary>Brings a request's entry up to date; called inside the transaction that changes it.</summary>
    Task Index(ServiceRequest request, CitySnapshot city, CancellationToken ct);

    /// <summary>Serials of the newest requests that hold all words, at most <paramref name="take"/>, older than <paramref name="before"/>.</summary>
    Task<IReadOnlyList<long>> Find(string words, SearchScope scope, long? before, int take, CancellationToken ct);

    /// <summary>The next serial; never given twice.</summary>
    Task<long> NextSerial(CancellationToken ct);
}

/// <summary>Within what a search looks. Codes, so that the index itself leaves out what the actor may not see.</summary>
public sealed record SearchScope
{
    /// <summary>Only requests that lie with this unit or under it.</summary>
    public string? UnderUnit { get; init; }

    /// <summary>Only requests in this area.</summary>
    public string? WithinArea { get; init; }

    /// <summary>Leaves out shielded requests that accuse one of these units.</summary>
    public IReadOnlyList<string> NotAccusing { get; init; } = [];

    /// <summary>True leaves out sealed and secret requests.</summary>
    public bool OpenOnly { get; init; }
}
