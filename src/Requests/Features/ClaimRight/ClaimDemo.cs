using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Claims a right for the people of a few synthetic requests, so that a demo shows 权利请求. Touches no real request.</summary>
public sealed class ClaimDemo(RequestsDb db, ClaimRight claim)
{
    private static readonly (DataRight Right, string Text)[] Asked =
    [
        (DataRight.Delete, "事情办完了，请把我写的内容和照片删掉。"),
        (DataRight.Correct, "登记的地点写错了一个门牌号，请更正。"),
        (DataRight.Access, "请提供我打电话时的录音。"),
        (DataRight.Explain, "请说明为什么派给这个单位、谁看过我的信息。"),
    ];

    public async Task<Outcome<Done>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var ended = await db
            .Requests.AsNoTracking()
            .Where(r => r.Synthetic && r.State == RequestState.Closed && r.PersonId != null && r.ClaimCount == 0)
            .Where(r => r.Confidentiality == Confidentiality.Normal)
            .OrderByDescending(r => r.Serial)
            .Take(Asked.Length)
            .Select(r => new { r.Number, r.PersonId })
            .ToListAsync(ct);
        foreach (var (one, (right, text)) in ended.Zip(Asked))
        {
            db.ChangeTracker.Clear();
            var command = new ClaimRight.Command
            {
                Target = new Target(one.Number),
                Right = right,
                Text = text,
            };
            await claim.Run(command, Actor.Resident(one.PersonId!.Value), ct);
        }
        return new Done();
    }
}
