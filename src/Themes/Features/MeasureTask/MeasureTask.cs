using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>评判任务: by the calls that came afterwards, with a person's words.</summary>
public sealed class MeasureTask(ThemeDoor door, EffectReader effects)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>The task's revision as it was seen.</summary>
        public required int? Revision { get; init; }

        public required string Text { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.LoadTask(command.Id, command.Revision, by, ct)).Ok(out var task, out var refusal))
            return refusal;
        if (!(await Look(task, by, ct)).Ok(out var effect, out refusal))
            return refusal;
        return task.Judge(effect with { Text = command.Text }, door.City, by, door.Now) ?? await door.Save(ct);
    }

    /// <summary>What the calls say now, before anybody signs it.</summary>
    public async Task<Outcome<ThemeEffect>> Look(ProactiveTask task, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Supervisor))
            return new NotAllowed();
        return task.State is ProactiveState.Done ? await effects.Read(task, ct) : new TaskElsewhere(task.State);
    }
}
