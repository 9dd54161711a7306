using System.CommandLine;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying evaluate</c>: how well what is learnt serves, on data that it has not seen.</summary>
internal static class EvaluateCommand
{
    public static Command Make() =>
        new("evaluate", Say.In("用没有见过的数据测量：学到的有多准"))
        {
            EvaluateDispatchCommand.Make(),
            EvaluateCategoryCommand.Make(),
            EvaluatePlaceCommand.Make(),
            EvaluateReplyCommand.Make(),
            EvaluateUrgencyCommand.Make(),
            EvaluateDuplicatesCommand.Make(),
            EvaluateTopicsCommand.Make(),
        };
}
