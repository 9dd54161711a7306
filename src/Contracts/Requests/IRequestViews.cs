namespace Suiying.Contracts.Requests;

/// <summary>Which public requests are meant. Sealed and secret requests and 举报 are in no answer.</summary>
public sealed record ViewFilter
{
    /// <summary>Only these numbers; null means any.</summary>
    public IReadOnlyList<string>? Numbers { get; init; }

    /// <summary>Only this request; null means any.</summary>
    public RequestId? Id { get; init; }

    /// <summary>Only these category codes, exactly; null means any.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Registered at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Registered before this time.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>True for ended requests, false for open ones.</summary>
    public bool? Ended { get; init; }

    /// <summary>How many of the newest are passed over.</summary>
    public int Skip { get; init; }

    /// <summary>How many are given, 1 to 1,000.</summary>
    public int Take { get; init; } = 1000;
}

/// <summary>A request as the public sees it (design law 4); nothing in it was written by the person.</summary>
public sealed record RequestView
{
    public required RequestId Id { get; init; }

    /// <summary>工单编号</summary>
    public required string Number { get; init; }

    /// <summary>Code of the category, or null while there is none.</summary>
    public required string? Category { get; init; }

    /// <summary>True where nobody owes anything any more; solved is another question.</summary>
    public required bool Ended { get; init; }

    /// <summary>The state, the kind of matter and what the person answered at the callback, each in the field's words.</summary>
    public required ViewWords Words { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>When it ended, or when its state last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the answer is due; null where it has ended.</summary>
    public required DateTimeOffset? ExpectedAt { get; init; }

    /// <summary>Code of the township or, where that is not known, of the county; null where neither is known.</summary>
    public required string? Township { get; init; }

    /// <summary>False while the area only follows from what a program sent.</summary>
    public required bool AreaConfirmed { get; init; }

    /// <summary>The point of the community, or of the area above it; never the place of the matter. WGS-84 degrees.</summary>
    public required double? Longitude { get; init; }

    /// <summary>As <see cref="Longitude"/>.</summary>
    public required double? Latitude { get; init; }

    /// <summary>Text that a person approved for the public, or null.</summary>
    public required string? Text { get; init; }

    /// <summary>Made by a generator.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>How many others said that they met the same; never who.</summary>
    public required int Supporters { get; init; }
}

/// <summary>What a public request is called in the city's language.</summary>
/// <param name="State">工单状态</param>
/// <param name="Kind">诉求类型</param>
/// <param name="Unit">Name of the unit that has the matter; empty while none has.</param>
/// <param name="Solved">是否解决, or null.</param>
/// <param name="Satisfied">是否满意, or null.</param>
public sealed record ViewWords(string State, string Kind, string Unit, string? Solved, string? Satisfied);

/// <summary>What the person wrote: only for whoever handed it in.</summary>
/// <param name="Text">The matter in the person's words; empty where it was erased.</param>
/// <param name="Place">The place in the person's words.</param>
/// <param name="Longitude">WGS-84 degrees, as sent.</param>
/// <param name="Latitude">WGS-84 degrees, as sent.</param>
public sealed record OwnWords(string Text, string Place, double? Longitude, double? Latitude);

/// <summary>Which steps of public requests are meant.</summary>
public sealed record StepFilter
{
    /// <summary>Only of these numbers; null means any.</summary>
    public IReadOnlyList<string>? Numbers { get; init; }

    /// <summary>At this time or later.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Before this time.</summary>
    public required DateTimeOffset Before { get; init; }

    /// <summary>How many of the oldest are passed over.</summary>
    public int Skip { get; init; }

    /// <summary>How many are given, 1 to 1,000.</summary>
    public int Take { get; init; } = 1000;

    /// <summary>Keys of <see cref="IncomingFacts"/> that the asker added itself: those steps come along, with their text.</summary>
    public IReadOnlyList<Guid> OwnKeys { get; init; } = [];
}

/// <summary>One step of a public request that the public may know of.</summary>
public sealed record RequestStep
{
    public required RequestId Request { get; init; }

    /// <summary>工单编号</summary>
    public required string Number { get; init; }

    /// <summary>1 for the registration, then one more each.</summary>
    public required int Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>True where the request had ended after this step.</summary>
    public required bool Ended { get; init; }

    /// <summary>What was done, in the field's words.</summary>
    public required string Words { get; init; }

    /// <summary>The key under which the asker itself added it, else null.</summary>
    public required Guid? OwnKey { get; init; }

    /// <summary>What the asker added; null for every other step.</summary>
    public required string? OwnText { get; init; }
}

/// <summary>Reads what the public may know of requests.</summary>
public interface IRequestViews
{
    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<RequestView>> Find(ViewFilter filter, CancellationToken ct);

    /// <summary>The public request of this number, or null.</summary>
    Task<RequestView?> FindOne(string number, CancellationToken ct);

    /// <summary>All that are meant, newest first, read as they are asked for; the filter's number of rows does not bound them.</summary>
    IAsyncEnumerable<RequestView> All(ViewFilter filter, CancellationToken ct);

    /// <summary>What the person wrote in these requests; the caller has checked that it is whoever handed them in.</summary>
    Task<IReadOnlyDictionary<RequestId, OwnWords>> ReadOwn(IReadOnlyCollection<RequestId> requests, CancellationToken ct);

    /// <summary>Steps, oldest first.</summary>
    Task<IReadOnlyList<RequestStep>> Steps(StepFilter filter, CancellationToken ct);
}
