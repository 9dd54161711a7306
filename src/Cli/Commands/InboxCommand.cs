using System.CommandLine;
using Suiying.Channels.Features;
using Suiying.Contracts.Requests;
using Suiying.Kernel;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying inbox add</c>: connects a program that hands messages in.</summary>
internal static class InboxCommand
{
    public static Command Make() => new("inbox", Say.In("来件：短信网关、市长信箱、110 和部门的系统送来")) { Add() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = Say.In("哪个来件来源") };
        var kind = new Option<InboxKind>("--kind") { Description = Say.In("来件渠道"), DefaultValueFactory = _ => InboxKind.Sms };
        var command = new Command("add", Say.In("接入一个来件来源；签名密钥只显示这一次")) { name, kind };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var request = new AddInboxSource.Command { Name = parsed.GetRequiredValue(name), Kind = parsed.GetRequiredValue(kind) };
                var outcome = await office.Use<AddInboxSource, Outcome<AddInboxSource.Added>>(add => add.Run(request, Actor.System, ct));
                if (!outcome.Ok(out var added, out var refusal))
                    return Say.No(refusal);
                Say.Done($"来件地址 /api/inbox/{added.Id}/messages。密钥只显示这一次，请立即抄下：");
                // Other programs take the last word.
                return Say.Done($"secret {added.Secret}");
            }
        );
        return command;
    }
}
