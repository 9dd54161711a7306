using System.CommandLine;
using Suiying.Kernel;
using Suiying.People.Features;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying keys rotate</c></summary>
internal static class KeysCommand
{
    public static Command Make()
    {
        var finish = new Option<bool>("--finish") { Description = "只把上次没有做完的轮换做完，不再造新密钥" };
        var rotate = new Command("rotate", "轮换身份密封的密钥，并用新密钥重新密封所有身份；不用停止服务") { finish };
        rotate.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var request = new RotateKeys.Command { AddKeys = !parsed.GetValue(finish) };
                var outcome = await office.Use<RotateKeys, Outcome<RotateKeys.Result>>(keys => keys.Run(request, Actor.System, ct));
                return outcome.Ok(out var done, out var refusal)
                    ? Say.Done($"重新密封了 {done.Resealed} 份身份，现用密钥 {done.KeyId}。请备份密钥文件夹。")
                    : Say.No(refusal);
            }
        );
        return new Command("keys", "身份密封的密钥") { rotate };
    }
}
