using Suiying.Contracts.People;

namespace Suiying.People.Model;

/// <summary>Enums as people read them.</summary>
internal static class Words
{
    public static string Chinese(this OpeningPurpose purpose) =>
        purpose switch
        {
            OpeningPurpose.Contact => "联系诉求人",
            OpeningPurpose.Callback => "回访",
            OpeningPurpose.Clarify => "核实",
            OpeningPurpose.OwnData => "本人查阅",
            OpeningPurpose.Notice => "发送通知",
            _ => purpose.ToString(),
        };

    public static string Chinese(this AccountChangeKind kind) =>
        kind switch
        {
            AccountChangeKind.Created => "新建账号",
            AccountChangeKind.RolesChanged => "更改角色",
            AccountChangeKind.Deactivated => "停用",
            AccountChangeKind.Activated => "重新启用",
            AccountChangeKind.PasswordGiven => "重设初始密码",
            AccountChangeKind.PasswordChanged => "本人修改密码",
            _ => kind.ToString(),
        };
}
