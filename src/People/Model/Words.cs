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
            OpeningPurpose.Recording => "听录音",
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
            AccountChangeKind.Locked => "连续输错，锁定",
            AccountChangeKind.Unlocked => "解锁",
            AccountChangeKind.SessionsEnded => "结束全部登录",
            AccountChangeKind.SecondFactorSet => "启用动态验证码",
            AccountChangeKind.SecondFactorReset => "重置动态验证码和通行密钥",
            AccountChangeKind.RecoveryCodeUsed => "使用恢复码登录",
            AccountChangeKind.PasskeyAdded => "添加通行密钥",
            AccountChangeKind.PasskeyRemoved => "删除通行密钥",
            AccountChangeKind.LoginLinked => "关联统一身份认证",
            AccountChangeKind.LoginUnlinked => "取消关联统一身份认证",
            AccountChangeKind.RolesDeclined => "不授予申请的角色",
            _ => kind.ToString(),
        };

    public static string Chinese(this StaffState state) =>
        state switch
        {
            StaffState.Any => "全部",
            StaffState.Active => "启用",
            StaffState.Closed => "已停用",
            StaffState.Locked => "锁定",
            StaffState.WithoutSecondFactor => "没有双因素",
            StaffState.Asking => "有待授予的角色",
            _ => state.ToString(),
        };

    public static string Chinese(this StaffImportState state) =>
        state switch
        {
            StaffImportState.Waiting => "待决定",
            StaffImportState.Loaded => "已载入",
            StaffImportState.GivenUp => "已放弃",
            _ => state.ToString(),
        };

    public static string Chinese(this SignInWay way) =>
        way switch
        {
            SignInWay.Demo => "演示登录",
            SignInWay.Password => "密码",
            SignInWay.PasswordAndCode => "密码和验证码",
            SignInWay.PasswordAndRecoveryCode => "密码和恢复码",
            SignInWay.Passkey => "通行密钥",
            SignInWay.CityLogin => "统一身份认证",
            SignInWay.CityLoginAndCode => "统一身份认证和验证码",
            SignInWay.CityLoginAndRecoveryCode => "统一身份认证和恢复码",
            _ => way.ToString(),
        };
}
