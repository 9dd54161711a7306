using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>下级汇总: where the requests of the actor's unit and of all units under it stand.</summary>
public sealed class ReadTree(BoardRows rows)
{
    public sealed record Query;

    public async Task<Outcome<UnitRollUp>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (BoardScope.Tree(by) is not { } scope)
            return new NotAllowed();
        var set = await rows.Get(ct);
        return set.City.Units.Find(scope.UnderUnit) is null
            ? new NotAllowed("您的单位不在现在的单位名录里，请联系系统管理员。")
            : set.TreeOf(scope);
    }
}
