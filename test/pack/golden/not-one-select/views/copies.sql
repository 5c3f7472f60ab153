copy plans to '/tmp/plans.csv'
