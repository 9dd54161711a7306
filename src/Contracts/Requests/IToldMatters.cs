namespace Suiying.Contracts.Requests;

/// <summary>A request as it was told and where it stands today, for who looks for the same matter again. Sealed and secret requests and 举报 are in no answer.</summary>
public sealed record ToldMatter
{
    public required RequestId Id { get; init; }

    /// <summary>Order of registration.</summary>
    public required long Serial { get; init; }

    /// <summary>工单编号</summary>
    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>What the person said, and the place in their words; empty where it was erased. Personal data is not taken out: whoever reads it keeps none of it.</summary>
    public required string Text { get; init; }

    /// <summary>Code of the category, or null.</summary>
    public required string? Category { get; init; }

    /// <summary>Code of the area, or null.</summary>
    public required string? Area { get; init; }

    /// <summary>WGS-84 degrees; null together with <see cref="Latitude"/>.</summary>
    public required double? Longitude { get; init; }

    /// <summary>WGS-84 degrees.</summary>
    public required double? Latitude { get; init; }

    /// <summary>The sealed person, who is one person however often they ask; null where nobody is known.</summary>
    public required Guid? Person { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>True where nobody owes anything any more.</summary>
    public required bool Ended { get; init; }

    /// <summary>How many others said that they met the same.</summary>
    public required int Supporters { get; init; }

    /// <summary>Made by a generator.</summary>
    public required bool Synthetic { get; init; }
}

/// <summary>What changed in a stretch of the journal.</summary>
/// <param name="Position">Up to where it was read.</param>
/// <param name="Matters">Requests that moved, each once, as they are today.</param>
/// <param name="Gone">Requests that moved and must not be known of any more: sealed, made secret, or erased.</param>
public sealed record ToldChanges(long Position, IReadOnlyList<ToldMatter> Matters, IReadOnlyList<RequestId> Gone);

/// <summary>所述: what people told, as a stream, for who finds in it what belongs together.</summary>
public interface IToldMatters
{
    /// <summary>Where the journal stands; what is settled by now lies at or before it.</summary>
    Task<long> Position(CancellationToken ct);

    /// <summary>Requests registered since a moment, the newest first; where one is given, those before it.</summary>
    Task<IReadOnlyList<ToldMatter>> Registered(DateTimeOffset since, ToldMatter? before, int most, CancellationToken ct);

    /// <summary>Which requests moved after a position of the journal. The newest seconds are left out until all that happened in them is stored.</summary>
    Task<ToldChanges> Changed(long position, int most, CancellationToken ct);

    /// <summary>How many support a request, for all registered since a moment that anybody supports.</summary>
    Task<IReadOnlyDictionary<RequestId, int>> Supporters(DateTimeOffset since, CancellationToken ct);
}
