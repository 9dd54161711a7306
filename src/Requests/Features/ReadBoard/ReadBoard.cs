using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>看板: where the requests of the actor's scope stand.</summary>
public sealed class ReadBoard(BoardRows rows)
{
    public sealed record Query;

    public async Task<Outcome<Board>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (BoardScope.Of(by) is not { } scope)
            return new NotAllowed();
        return (await rows.Get(ct)).BoardOf(scope);
    }
}
