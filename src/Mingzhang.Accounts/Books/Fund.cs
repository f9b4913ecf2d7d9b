namespace Mingzhang.Accounts.Books;

/// <summary>资金性质: which budget the money belongs to.</summary>
public enum Fund
{
    /// <summary>一般公共预算.</summary>
    GeneralPublic,

    /// <summary>政府性基金预算.</summary>
    GovernmentFund,

    /// <summary>国有资本经营预算.</summary>
    StateCapital,

    /// <summary>财政专户管理资金.</summary>
    SpecialAccount,

    /// <summary>单位资金.</summary>
    UnitOwn,
}

/// <summary>支出性质: basic expenditure or a project.</summary>
public enum Purpose
{
    /// <summary>Neither: an income, a balance, or an expenditure that is not divided so (经营支出, 上缴上级支出, 对附属单位补助支出).</summary>
    None,

    /// <summary>基本支出.</summary>
    Basic,

    /// <summary>项目支出.</summary>
    Project,
}
