using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>撤回剔除申请: by the unit that asked, while it is undecided.</summary>
public sealed class WithdrawExclusion(ExclusionDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler))
            return new NotAllowed();
        if (!(await door.Open(command.Id, by, ct)).Ok(out var exclusion, out var refusal))
            return refusal;
        if (!ScoreAccess.IsOwn(by, exclusion.Unit, door.City.Units))
            return new NotAllowed();
        return exclusion.Withdraw(by, door.Now) ?? await door.Save(exclusion, ct);
    }
}
