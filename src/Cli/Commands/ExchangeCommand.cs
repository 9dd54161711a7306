using System.CommandLine;
using System.Net;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Kernel;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying exchange add|ring</c>: connects a telephone system, and plays one to try the connection out.</summary>
internal static class ExchangeCommand
{
    public static Command Make() => new("exchange", Say.In("话务平台：来电、接听、挂断由它告诉")) { Add(), Ring() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = Say.In("哪个话务平台") };
        var recordings = new Option<string>("--recordings") { Description = Say.In("录音服务器的地址"), DefaultValueFactory = _ => "" };
        var command = new Command("add", Say.In("接入一个话务平台；签名密钥只显示这一次")) { name, recordings };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var request = new AddExchange.Command
                {
                    Name = parsed.GetRequiredValue(name),
                    Recordings = parsed.GetRequiredValue(recordings),
                };
                var outcome = await office.Use<AddExchange, Outcome<AddExchange.Added>>(add => add.Run(request, Actor.System, ct));
                if (!outcome.Ok(out var added, out var refusal))
                    return Say.No(refusal);
                Say.Done($"事件地址 /api/phone/{added.Id}/events。密钥只显示这一次，请立即抄下：");
                // Other programs take the last word.
                return Say.Done($"secret {added.Secret}");
            }
        );
        return command;
    }

    private static Command Ring()
    {
        var name = new Argument<string>("NAME") { Description = Say.In("哪个话务平台"), DefaultValueFactory = _ => FillCalls.Exchange };
        var agent = new Option<string>("--agent") { Description = Say.In("坐席的登录名"), DefaultValueFactory = _ => "agent" };
        var from = new Option<string>("--from") { Description = Say.In("来电号码"), DefaultValueFactory = _ => "13900000001" };
        var talk = new Option<int>("--talk") { Description = Say.In("通话秒数；0 不挂断"), DefaultValueFactory = _ => 60 };
        var server = new Option<string>("--server")
        {
            Description = Say.In("运行中的服务"),
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        var command = new Command("ring", Say.In("替话务平台打一通试验电话：振铃、接听、挂断")) { name, agent, from, talk, server };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var key = await office.Use<ExchangeGate, (Guid, string)?>(gate => gate.SecretOf(parsed.GetRequiredValue(name), ct));
                if (key is not ({ } exchange, { } secret))
                    return Say.No(new Refusal(RefusalKind.NotFound, "exchange_unknown", "没有这个在用的话务平台，或密钥不在这台机器上。"));
                if (
                    !Uri.TryCreate(parsed.GetRequiredValue(server), UriKind.Absolute, out var address)
                    || address.Scheme is not ("http" or "https")
                )
                    return Say.No(Refusal.Invalid(new FieldProblem("server", "--server 应是完整网址，例如 http://localhost:5080。")));
                using var http = new HttpClient { BaseAddress = address };
                var player = new ExchangePlayer(http, exchange, secret, TimeProvider.System);
                var call = $"ring-{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
                CallNotice Happens(CallEventKind kind) =>
                    new()
                    {
                        Kind = kind,
                        Call = call,
                        At = TimeProvider.System.GetUtcNow(),
                        From = parsed.GetRequiredValue(from),
                        Agent = kind is CallEventKind.Ended ? null : parsed.GetRequiredValue(agent),
                    };
                try
                {
                    foreach (
                        var kind in (CallEventKind[])
                            [CallEventKind.Queued, CallEventKind.Ringing, CallEventKind.Answered, CallEventKind.Ended]
                    )
                    {
                        var pause = kind switch
                        {
                            CallEventKind.Answered => 4,
                            CallEventKind.Ended => parsed.GetRequiredValue(talk),
                            _ => 0,
                        };
                        if (kind is CallEventKind.Ended && pause == 0)
                            break;
                        await Task.Delay(TimeSpan.FromSeconds(pause), ct);
                        var (status, text) = await player.Send(Happens(kind), null, ct);
                        if (status != HttpStatusCode.OK)
                            return Say.No(new Refusal(RefusalKind.Conflict, "exchange_refused", $"服务没有收下：{text}"));
                        Say.Done($"{kind} {text}");
                    }
                }
                catch (HttpRequestException problem)
                {
                    return Say.No(
                        new Refusal(
                            RefusalKind.Conflict,
                            "server_silent",
                            $"连不上 {address}：{problem.Message}。请先启动服务，或用 --server 写明地址。"
                        )
                    );
                }
                return 0;
            }
        );
        return command;
    }
}
