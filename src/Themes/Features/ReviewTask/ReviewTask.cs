using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>核实、退回、撤销任务: what a supervisor does with a task before calls judge it.</summary>
public sealed class ReviewTask(ThemeDoor door)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>The task's revision as it was seen.</summary>
        public required int? Revision { get; init; }

        /// <summary>Accept, SendBack or Cancel; null where nothing was chosen.</summary>
        public required ProactiveAction? Action { get; init; }

        public string Text { get; init; } = "";
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (command.Action is not (ProactiveAction.Accept or ProactiveAction.SendBack or ProactiveAction.Cancel))
            return Refusal.Invalid(new FieldProblem("decision", "请选择核实完成或退回补正。"));
        return await door.TakeTask(
            command.Id,
            command.Revision,
            by,
            task =>
                command.Action is ProactiveAction.Cancel
                    ? task.Cancel(command.Text, door.City, by, door.Now)
                    : task.Settle(command.Action is ProactiveAction.Accept, command.Text, door.City, by, door.Now),
            ct
        );
    }
}
