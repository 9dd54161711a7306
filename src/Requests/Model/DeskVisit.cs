using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>正在查看: who has a request open at a desk now, so that two people at one matter know of each other. Gone a minute after they left.</summary>
public sealed class DeskVisit
{
    /// <summary>Whoever was not seen for so long has left.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private DeskVisit() { }

    public DeskVisit(RequestId request, Guid actor, string name, DateTimeOffset at) =>
        (RequestId, ActorId, ActorName, Since, SeenAt) = (request, actor, name, at, at);

    public RequestId RequestId { get; private set; }

    public Guid ActorId { get; private set; }

    /// <summary>Work name or post.</summary>
    public string ActorName { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset SeenAt { get; private set; }

    public void See(DateTimeOffset at)
    {
        if (at - SeenAt > Lasts)
            Since = at;
        SeenAt = at;
    }
}
