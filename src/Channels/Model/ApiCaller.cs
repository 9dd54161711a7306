namespace Suiying.Channels.Model;

/// <summary>Who calls: the key that came along, or nobody in particular.</summary>
/// <param name="Key">Id of a valid key, or null.</param>
public sealed record ApiCaller(Guid? Key)
{
    public static ApiCaller Anybody { get; } = new((Guid?)null);
}
