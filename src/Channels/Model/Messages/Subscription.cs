namespace Suiying.Channels.Model.Messages;

/// <summary>订阅: a member of staff wants to be told of each issue of a periodical. Where to is sealed and stands with their <see cref="MessageWishes"/>.</summary>
public sealed class Subscription
{
    public const int LongestKey = 40;

    /// <summary>Account id; also the id under which the address is sealed.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>Key of the <see cref="Contracts.Channels.Periodical"/>.</summary>
    public required string Periodical { get; init; }

    public required DateTimeOffset Since { get; init; }
}
